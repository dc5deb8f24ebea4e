export default definePageConfig({ navigationBarTitleText: '小区和帮手', enableShareAppMessage: true })

export default definePageConfig({ navigationBarTitleText: '一起处理', enableShareAppMessage: true })

export default definePageConfig({ navigationBarTitleText: '我帮卖' })

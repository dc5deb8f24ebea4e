export default definePageConfig({ navigationBarTitleText: '我的团', enableShareAppMessage: true })

export default definePageConfig({ navigationBarTitleText: '平台的人', enableShareAppMessage: true })

export default definePageConfig({ navigationBarTitleText: '团后' })

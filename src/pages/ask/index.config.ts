export default definePageConfig({ navigationBarTitleText: '您家的好吗' })

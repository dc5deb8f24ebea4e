export default definePageConfig({ navigationBarTitleText: '给小区开通' })

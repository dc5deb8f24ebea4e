export default definePageConfig({ navigationBarTitleText: '说好的时间' })

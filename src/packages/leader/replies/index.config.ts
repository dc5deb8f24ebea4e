export default definePageConfig({ navigationBarTitleText: '常用的话' })

export default definePageConfig({ navigationBarTitleText: '要回话的' })

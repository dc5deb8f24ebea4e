export default definePageConfig({ navigationBarTitleText: '一起回话的人' })

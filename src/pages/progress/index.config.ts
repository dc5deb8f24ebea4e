export default definePageConfig({ navigationBarTitleText: '售后进展' })

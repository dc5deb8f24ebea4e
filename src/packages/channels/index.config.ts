export default definePageConfig({ navigationBarTitleText: '还发到哪里' })

export default definePageConfig({ navigationBarTitleText: '进展卡片' })

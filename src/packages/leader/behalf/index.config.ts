export default definePageConfig({ navigationBarTitleText: '替邻居报' })

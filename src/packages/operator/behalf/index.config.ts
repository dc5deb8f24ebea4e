export default definePageConfig({ navigationBarTitleText: '替居民报' })

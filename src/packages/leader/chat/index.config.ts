export default definePageConfig({ navigationBarTitleText: '粘贴群聊' })

import { Text } from '@tarojs/components'
import { Page } from '../../../components/Page/Page'

export default function Placeholder() {
  return <Page><Text>要回话的</Text></Page>
}

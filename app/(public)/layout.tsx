export { PublicFrame as default } from '@/components/site/public-frame'

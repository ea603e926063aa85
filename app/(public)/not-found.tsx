// For who comes by a link within the site: the frame is there already.
export { NothingHere as default } from '@/components/site/nothing-here'

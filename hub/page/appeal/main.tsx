import { render } from 'preact';
import '#components/tokens.css';
import '#components/controls.css';
import '#components/page/page.css';
import '#components/page/forms.css';
import '../review.css';
import { AppealPage } from './appeal.tsx';

render(<AppealPage />, document.getElementById('page')!);

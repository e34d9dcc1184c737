## The frame of every page

site-title = { $page } · { -product }
skip-to-main = Skip to main content
brand-home = { -product }, home
navigation-label = Pages
language-label = Language
scroll-hint = Wider than the screen: move it sideways, or use the arrow keys.
put-away = Close this message

network-loading = Loading the program. No file can be opened yet.
network-closed = From here on this page cannot send anything.
network-open = This browser did not close the network, so no file can be opened here.
network-failed = The program did not load completely. No file can be opened.
network-why = How this works

start-failed = The program did not load completely
    .remedy = Check your connection, then load the page again. Nothing of yours was read or sent.
not-closed = This browser did not close the network
    .remedy = { -product } opens files only when the browser has closed the network for this page. Use a current version of Chrome, Edge, Firefox or Safari.
engine-crashed = Something went wrong inside the program
    .remedy = That is our fault, not your file’s. The program was started again. Check that all of your files are there, and add those that are missing.
engine-crashed-reloaded = That is our fault, not your file’s. The program was started again and has read your files again.
new-edition = A new version of { -product } is ready
    .remedy = Finish what you are doing, close every window of { -product }, and open it again.

footer-promise = Your files stay on this device. No account, no tracking, no cookies.
footer-how = What happens to your data
footer-version = { -product } { $version }
footer-license = Open source, Apache License 2.0
print-origin = Made with { -product } { $version } on the user’s own device.

## Home

home-title = Home
home-heading = One yardstick for every school
home-lead = Rate district-run, charter and innovation schools by the same published framework. Every result is exact, and every step is shown. All of it happens on your own device.
home-question = What do you want to do?
home-ideas = What you can rely on
home-idea-policy = The rules are the ones you published
    .text = A framework is a document you can read: cut points, weights and exceptions, each with its source.
home-idea-exact = The arithmetic is exact
    .text = Fractions stay fractions. Numbers are rounded only where the framework says so, and in the way it says.
home-idea-steps = Every rating explains itself
    .text = Follow a rating down to the numbers it came from, and see what would have changed it.
home-idea-device = Nothing leaves your device
    .text = The page closes its own network before it opens a file. It works without a connection, too.

## Your data

your-data-title = Your data
your-data-navigation = Your data
your-data-heading = What happens to your data
your-data-lead = Your files are read on this device, by this page, and stay here. There is no server that could receive them.
your-data-now = At this moment
your-data-network = Network
your-data-now-loading = The page is still loading its own program files. It takes no file yet.
your-data-now-ready = Closed. The page tried to reach its own host, and your browser refused.
your-data-now-not-closed = Open. Your browser did not refuse the page’s own attempt, so the page takes no file.
your-data-now-failed = A program file did not arrive. The page takes no file.
your-data-offline = Without a connection
your-data-offline-waiting = The program is being kept on this device.
your-data-offline-kept = The program is kept on this device. You can open this page without a connection.
your-data-offline-new = The program is kept on this device, and a new version waits until you close every window of { -product }.
your-data-offline-unavailable = This browser does not keep the program. { -product } works, but only opens with a connection.
your-data-storage = Stored in the browser
    .text = Only the program’s own files. Nothing of yours: what you want to keep, you save as a file.
your-data-how = How it is kept
your-data-step-fetch = First the page fetches all of its own files: the program, the frameworks, both languages and the examples.
your-data-step-close = Then it adds a rule for your browser, the content security policy: no connection to anywhere, not even to the host the page came from. No script can take that rule back.
your-data-step-try = It tries the rule by asking its own host for the page. Your browser must refuse. The refused attempt is shown in the browser’s console.
your-data-step-open = Only then does the page start the program and let you open a file.
your-data-check = Check it yourself
your-data-check-offline = Turn off your network, load this page again, and do all of your work. It works just the same.
your-data-check-tools = Open your browser’s developer tools, choose “Network”, and watch while you open a file. No request appears.
your-data-check-source = Read the program: it is open source, and the rule above stands in one short file.
your-data-limits = What it cannot cover
your-data-limit-navigation = No browser rule can stop a page from going to another address, opening a window, or calling another browser directly. { -product } contains no code that does so.
your-data-limit-browser = Browser extensions, and other programs on your device, may see what you see.
your-data-limit-host = Whoever hosts this page sees that you loaded it, and could offer a changed program. Use a host that you trust, or host the folder yourself.
your-data-limit-update = Your browser may ask the host for a new version of the program. It sends nothing of yours.
your-data-limit-saved = What you save, print or export is yours to protect.

## An address that names no page

not-found-title = Page not found
not-found-heading = There is no such page
not-found-lead = The address may be mistyped, or the page may have moved. Start again from the first page.
not-found-home = Go to the first page

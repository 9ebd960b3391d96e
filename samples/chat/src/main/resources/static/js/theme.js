// Runs before the page is rendered, so that the other theme does not flash.
(() => {
	const system = matchMedia("(prefers-color-scheme: dark)");
	const chosen = () => localStorage.getItem("theme");
	const apply = () => {
		document.documentElement.dataset.theme = chosen() ?? (system.matches ? "dark" : "light");
	};
	apply();
	system.addEventListener("change", apply);
	addEventListener("DOMContentLoaded", () => {
		document.getElementById("theme").addEventListener("click", () => {
			const next = (document.documentElement.dataset.theme === "dark") ? "light" : "dark";
			// Selecting the theme of the system means following the system again.
			if ((next === "dark") === system.matches) {
				localStorage.removeItem("theme");
			}
			else {
				localStorage.setItem("theme", next);
			}
			apply();
		});
	});
})();

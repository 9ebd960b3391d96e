// Runs before the page is painted, so that no reader sees a flash of the other theme.
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
			// Back to what the system says means following the system again.
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

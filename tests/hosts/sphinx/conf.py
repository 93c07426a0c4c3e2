project = "A course"
extensions = ["myst_parser"]
html_static_path = ["_static"]
html_js_files = [
    ("https://downhill.example/gradient-descent.js", {"type": "module"}),
    ("seen.js", {"type": "module"}),
]

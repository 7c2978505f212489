import "./style/fonts.css";
import "./style/tokens.css";
import "./style/base.css";
import { mount } from "svelte";
import App from "./App.svelte";
import { home } from "./home";

// Before the first screen is chosen, which drops the fragment.
home();

const target = document.getElementById("app");
if (target) mount(App, { target });

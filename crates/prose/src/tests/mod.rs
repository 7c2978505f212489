mod cases;
mod check;
mod export;
mod fuzz;
mod handbook;
mod rules;
mod styles;

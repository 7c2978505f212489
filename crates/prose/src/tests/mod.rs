mod cases;
mod check;
mod export;
mod fuzz;
mod handbook;
mod near_misses;
mod rules;
mod styles;

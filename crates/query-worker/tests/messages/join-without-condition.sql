select name, amount from users join orders

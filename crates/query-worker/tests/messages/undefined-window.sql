select sum(amount) over w from orders

select * from orders where amount > 'ten'

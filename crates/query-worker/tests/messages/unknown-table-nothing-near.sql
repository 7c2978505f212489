select * from invoices

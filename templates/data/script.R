library(readr)
figures <- read_csv(
  "{{ address }}",
  na = "",
  col_types = cols(
    number = "i", low = "i", high = "i", months = "i",
    year_start = "D", .default = "c"))
subset(figures,
       what == "count from a return" & is.na(breakdown) & !is.na(number),
       c(place, year, number, source))
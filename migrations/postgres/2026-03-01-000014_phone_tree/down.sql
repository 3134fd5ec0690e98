drop table tree_places;

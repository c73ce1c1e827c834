using Zoo;

var animal = new Animal { Name = "Otto", Keeper = new Keeper { Badge = 7 } };
Console.WriteLine($"{animal.Name} {animal.Keeper.Badge} {typeof(ZooClient).FullName}");

Console.WriteLine(typeof(Books.TownLibraryClient).FullName);
Console.WriteLine(new Books.Book { Title = "Moby Dick" }.Title);
Console.WriteLine(typeof(Opsgenie.OpsgenieClient).FullName);

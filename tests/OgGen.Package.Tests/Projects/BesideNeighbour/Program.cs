Console.WriteLine($"{NeighbourInfo.Title} with {NeighbourInfo.OpenApi}, beside {typeof(Opsgenie.OpsgenieClient).FullName}");

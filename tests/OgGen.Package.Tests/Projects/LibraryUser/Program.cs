using System.Reflection;
using System.Text.Json;
using Library;
using OgGen;
using Orders;

using OrderClient client = Shop.Open("key");
Console.WriteLine(JsonSerializer.Serialize(Shop.One("rope")));
Console.WriteLine(typeof(ApiException).Assembly.GetName().Name);

// Everything that was compiled here.
Console.WriteLine(string.Join(' ', Assembly.GetExecutingAssembly().GetTypes()
    .Where(static type => type.Namespace is not ("Microsoft.CodeAnalysis" or "System.Runtime.CompilerServices"))
    .Select(static type => type.FullName!.Split('+')[0])
    .Distinct()));

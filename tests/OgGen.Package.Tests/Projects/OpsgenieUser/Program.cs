using Microsoft.Extensions.DependencyInjection;
using Opsgenie;

var services = new ServiceCollection();
services.AddApiClient<OpsgenieClient>(static configuration => configuration.Credential = OpsgenieCredential.GenieKey("key"));
Console.WriteLine($".NET {Environment.Version.Major}");
Console.WriteLine(services.BuildServiceProvider().GetRequiredService<OpsgenieClient>().GetType().Assembly.GetName().Name);

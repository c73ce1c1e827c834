using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using OgGen.Frameworks;

// The documents that ASP.NET Core itself writes: of minimal endpoints and of controllers, each as OpenAPI 3.1, the default, and 3.0.
WebApplicationBuilder builder = FrameworkHost.CreateBuilder();
builder.Services.AddControllers();
builder.Services.AddValidation();
foreach (string group in (string[])["minimal", "controllers"])
{
    builder.Services.AddOpenApi(group, options => Configure(options, group));
    builder.Services.AddOpenApi(group + "-3.0", options =>
    {
        Configure(options, group);
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
    });
}

WebApplication app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseAuthentication();
app.UseAuthorization();
app.MapOpenApi("/documents/{documentName}.json");
app.MapControllers();
app.MapMinimalEndpoints();
await FrameworkHost.RunAsync(app, typeof(OpenApiOptions).Assembly);

static void Configure(OpenApiOptions options, string group)
{
    options.ShouldInclude = description => description.RelativePath!.StartsWith(group, StringComparison.Ordinal);
    options.AddDocumentTransformer<BearerDocument>();
    options.AddOperationTransformer<BearerOperation>();
}

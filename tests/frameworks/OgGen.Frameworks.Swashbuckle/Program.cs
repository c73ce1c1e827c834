using Microsoft.OpenApi;
using OgGen.Frameworks;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;

// The documents that Swashbuckle writes of the same controllers: OpenAPI 3.0, its default, and 3.1.
WebApplicationBuilder builder = FrameworkHost.CreateBuilder();
builder.Services.AddControllers();
builder.Services.AddSwaggerGen(static options =>
{
    options.SwaggerDoc("v1", new OpenApiInfo { Title = "Depot", Version = "v1" });
    options.SupportNonNullableReferenceTypes();
    options.UseOneOfForPolymorphism();
    options.UseAllOfForInheritance();
    options.SelectDiscriminatorNameUsing(static type => type == typeof(Shape) ? "form" : null);
    options.SelectDiscriminatorValueUsing(static type =>
        type == typeof(Circle) ? "circle" : type == typeof(Rectangle) ? "rectangle" : null);
    options.AddSecurityDefinition(TokenHandler.Scheme, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" });
    options.OperationFilter<BearerOperation>();
});

WebApplication app = builder.Build();
app.UseExceptionHandler();
app.UseAuthentication();
app.UseAuthorization();
app.UseSwagger(static options => options.RouteTemplate = "documents/{documentName}-3.0.json");
app.UseSwagger(static options =>
{
    options.RouteTemplate = "documents/{documentName}-3.1.json";
    options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
});
app.MapControllers();
await FrameworkHost.RunAsync(app, typeof(ISwaggerProvider).Assembly);

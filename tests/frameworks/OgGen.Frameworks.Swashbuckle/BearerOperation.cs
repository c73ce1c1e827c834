using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace OgGen.Frameworks;

/// <summary>Requires the token where the action does.</summary>
internal sealed class BearerOperation : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.MethodInfo.IsDefined(typeof(AuthorizeAttribute), inherit: true))
        {
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(TokenHandler.Scheme, context.Document)] = [] }];
        }
    }
}

using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OgGen.Generator.Source;

#pragma warning disable RS0030 // Calls by name are banned, and needed here: the Roslyn that we compile against does not have the method.

namespace OgGen.Generator;

/// <summary>
/// Adds files to the compilation that all generators are given, so that the others see them: <c>RegisterPreCompilationSourceOutput</c>,
/// which Roslyn has from 5.9 on. Such an output may not follow from the compilation, as that is made afterwards.
/// </summary>
/// <remarks>
/// The method is found by its name, because the generator is compiled against the oldest Roslyn that it loads in. An assembly for each
/// version of Roslyn would not do: the SDK chooses the folder, and an editor with an older Roslyn would load what is for the newer one.
/// </remarks>
internal static class PreCompilationOutput
{
    private static readonly Binding<IncrementalGeneratorInitializationContext>? s_binding
        = Find<IncrementalGeneratorInitializationContext>();

    /// <summary>Registers an output that adds files.</summary>
    /// <param name="context">What a generator registers its outputs with.</param>
    /// <param name="files">The files.</param>
    internal delegate void Binding<TInitialization>(TInitialization context, IncrementalValuesProvider<PrintedFile> files);

    private delegate void RegisterOutput<TInitialization, TProduction>(
        ref TInitialization context, IncrementalValuesProvider<PrintedFile> files, Action<TProduction, PrintedFile> add);

    private delegate void AddSource<TProduction>(ref TProduction context, string hintName, SourceText text);

    /// <summary>Whether the compiler has such outputs.</summary>
    public static bool IsSupported => s_binding is not null;

    /// <summary>Registers the files as an output of this kind; where the compiler has no such output, nothing is registered.</summary>
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<PrintedFile> files)
        => s_binding?.Invoke(context, files);

    /// <summary>
    /// Finds the method in the type of a generator's context; null where it is absent or has another signature: it is experimental.
    /// </summary>
    /// <typeparam name="TInitialization">The type of the context.</typeparam>
    internal static Binding<TInitialization>? Find<TInitialization>()
    {
        foreach (MethodInfo method in typeof(TInitialization).GetMethods())
        {
            // Of the two overloads, the one for several values. The type of the context that its callback gets is as new as the method.
            if (method.Name == "RegisterPreCompilationSourceOutput"
                && method.IsGenericMethodDefinition
                && method.GetGenericArguments().Length == 1
                && method.GetParameters() is [var values, var action]
                && Definition(values) == typeof(IncrementalValuesProvider<>)
                && Definition(action) == typeof(Action<,>)
                && action.ParameterType.GetGenericArguments()[0] is { IsValueType: true } production
                && production.GetMethod(nameof(SourceProductionContext.AddSource), [typeof(string), typeof(SourceText)]) is { } addSource)
            {
                MethodInfo bind = typeof(PreCompilationOutput).GetMethod(nameof(Bind), BindingFlags.Static | BindingFlags.NonPublic)!
                    .MakeGenericMethod(typeof(TInitialization), production);
                return (Binding<TInitialization>?)bind.Invoke(null, [method, addSource]);
            }
        }

        return null;

        static Type? Definition(ParameterInfo parameter)
            => parameter.ParameterType is { IsGenericType: true } type ? type.GetGenericTypeDefinition() : null;
    }

    private static Binding<TInitialization>? Bind<TInitialization, TProduction>(MethodInfo register, MethodInfo addSource)
    {
        try
        {
            // Both methods belong to structs, so each delegate takes what the method is called on by reference.
            var registerOutput = (RegisterOutput<TInitialization, TProduction>)register.MakeGenericMethod(typeof(PrintedFile))
                .CreateDelegate(typeof(RegisterOutput<TInitialization, TProduction>));
            var add = (AddSource<TProduction>)addSource.CreateDelegate(typeof(AddSource<TProduction>));
            return (context, files) => registerOutput(
                ref context, files, (production, file) => add(ref production, file.HintName, file.ToSourceText()));
        }
        catch (ArgumentException)
        {
            // An unexpected constraint or return type.
            return null;
        }
    }
}

using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PixverseHarness.Cli.Tests.Repro;

/// <summary>Compiles a C# program as it was printed, against this test's own assemblies, and runs it.</summary>
internal static class PrintedProgram
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("PixverseHarness.", StringComparison.Ordinal)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the program writes; the errors of the compiler when it does not compile.</summary>
    public static async Task<string> RunAsync(string name, string source)
    {
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)], References, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        if (!emitted.Success)
        {
            return string.Join('\n', emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        }

        image.Position = 0;
        var context = new AssemblyLoadContext(name, isCollectible: true);
        var usual = Console.Out;
        using var written = new StringWriter { NewLine = "\n" };
        try
        {
            Console.SetOut(written);

            // The entry point blocks on the program's own task, so it must not sit on the test's context.
            await Task.Run(() => context.LoadFromStream(image).EntryPoint!.Invoke(null, [Array.Empty<string>()]));
        }
        finally
        {
            Console.SetOut(usual);
            context.Unload();
        }

        return written.ToString();
    }
}

using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;

namespace PixverseHarness.Cli.Simulate;

/// <summary>Keys and tokens that come from a file or a variable, which, unlike the command line, the process list does not show.</summary>
internal static class SecretText
{
    /// <summary>The secrets of a file: one a line; blank lines and those that begin with # are passed over.</summary>
    /// <exception cref="FaultException">The file cannot be read (PXH0201), or holds something else (PXH0223).</exception>
    public static string[] OfFile(VerbContext context, string option, string path)
    {
        var lines = System.Text.Encoding.UTF8.GetString(context.ReadFile(path)).Split('\n', StringSplitOptions.TrimEntries);
        var secrets = lines.Index().Where(l => l.Item.Length > 0 && !l.Item.StartsWith('#')).ToArray();
        foreach (var (index, secret) in secrets)
        {
            Check(secret, $"{option}: {Quoted.Of(path)} line {index + 1}");
        }

        return secrets.Length > 0 ? [.. secrets.Select(s => s.Item)] : throw Unusable($"{option}: {Quoted.Of(path)}", "holds nothing");
    }

    /// <summary>The secrets of a variable, separated by commas; none when it is not set.</summary>
    /// <exception cref="FaultException">One cannot be used (PXH0223).</exception>
    public static string[] OfVariable(VerbContext context, string name)
    {
        var secrets = (context.Edges.Variable(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var secret in secrets)
        {
            Check(secret, name);
        }

        return secrets;
    }

    /// <summary>Whether a text can be the value of a header.</summary>
    public static bool FitsAHeader(string text) => text.Length > 0 && text.All(c => c is > ' ' and < (char)127);

    // The value is never shown.
    private static void Check(string secret, string where)
    {
        if (!FitsAHeader(secret))
        {
            throw Unusable(where, "has characters that no header can carry");
        }
    }

    private static FaultException Unusable(string where, string what) => new(new Fault(ServingMessages.UnusableSecret, $"it {what}") { Where = where });
}

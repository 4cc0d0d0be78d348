using System.CommandLine;

namespace PixverseHarness.Cli.CommandLine;

/// <summary>The options that every verb has.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Form of the results.</summary>
    public Option<OutputForm> Output { get; } = Everywhere(OptionOf.Choice(
        "--output", "Form of the results on standard output.", OutputForm.Text, [("text", OutputForm.Text), ("json", OutputForm.Json)]));

    /// <summary>Switches colour and live display off.</summary>
    public Option<bool> NoColor { get; } = Everywhere(OptionOf.Flag(
        "--no-color", "No colours and no live display; so does the environment variable NO_COLOR."));

    /// <summary>Seed of everything that is drawn.</summary>
    public Option<ulong?> Seed { get; } = Everywhere(OptionOf.Seed(
        "--seed", "Seed of everything that is drawn; the one used is printed. Default: another one each time."));

    /// <summary>All of them, in the order of the help page.</summary>
    public IEnumerable<Option> All => [Output, NoColor, Seed];

    private static Option<T> Everywhere<T>(Option<T> option)
    {
        option.Recursive = true;
        return option;
    }
}

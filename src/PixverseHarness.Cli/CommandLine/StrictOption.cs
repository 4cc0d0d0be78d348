using System.CommandLine;
using PixverseHarness.Cli.Messages;

namespace PixverseHarness.Cli.CommandLine;

/// <summary>An option whose values a function reads, or refuses with a <see cref="FaultException"/>.</summary>
internal sealed class StrictOption<T> : Option<T>, IStrictOption
{
    private readonly Func<IReadOnlyList<string>, T> _read;

    /// <summary>Names the option.</summary>
    /// <param name="name">With its two dashes.</param>
    /// <param name="valueName">What the help page calls the value.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="read">Reads all values given, at least one.</param>
    public StrictOption(string name, string valueName, string description, Func<IReadOnlyList<string>, T> read)
        : base(name)
    {
        _read = read;
        HelpName = valueName;
        Description = description;
        CustomParser = result =>
        {
            string[] texts = [.. result.Tokens.Select(t => t.Value)];
            if (FaultOf(texts) is { } fault)
            {
                result.AddError(fault.What);
                return default!;
            }

            return read(texts);
        };
    }

    /// <summary>Reads the values.</summary>
    /// <exception cref="FaultException">They are refused.</exception>
    public T Read(IReadOnlyList<string> texts) => _read(texts);

    /// <inheritdoc/>
    public Fault? FaultOf(IReadOnlyList<string> texts)
    {
        try
        {
            _read(texts);
            return null;
        }
        catch (FaultException refused)
        {
            return refused.Faults[0];
        }
    }
}

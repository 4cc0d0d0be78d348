using System.CommandLine;
using PixverseHarness.Cli.Messages;

namespace PixverseHarness.Cli.CommandLine;

/// <summary>An option whose value a function reads, or refuses with a <see cref="FaultException"/>.</summary>
internal sealed class StrictOption<T> : Option<T>, IStrictOption
{
    private readonly Func<string, T> _read;

    /// <summary>Names the option.</summary>
    public StrictOption(string name, string valueName, string description, Func<string, T> read)
        : base(name)
    {
        _read = read;
        HelpName = valueName;
        Description = description;
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (FaultOf(text) is { } fault)
            {
                result.AddError(fault.What);
                return default!;
            }

            return read(text);
        };
    }

    /// <inheritdoc/>
    public Fault? FaultOf(string text)
    {
        try
        {
            _read(text);
            return null;
        }
        catch (FaultException refused)
        {
            return refused.Faults[0];
        }
    }
}

using System.Collections.Immutable;
using System.CommandLine;
using PixverseHarness.Cli.CommandLine;

namespace PixverseHarness.Cli.Tests.CommandLine;

/// <summary>A verb that does what a test says.</summary>
internal sealed class FakeVerb : Verb
{
    private readonly Func<VerbContext, CancellationToken, Task<int>> _work;

    public FakeVerb(Func<VerbContext, CancellationToken, Task<int>> work, params Option[] options)
        : base("work", "Does what a test says.")
    {
        _work = work;
        foreach (var option in options)
        {
            Options.Add(option);
        }
    }

    public override ImmutableArray<Example> Examples => [new("pixverse work", "Works."), new("pixverse work --seed 1", "Works alike each time.")];

    public override Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken) => _work(context, cancellationToken);
}

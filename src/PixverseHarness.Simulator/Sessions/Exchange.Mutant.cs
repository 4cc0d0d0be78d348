using PixverseHarness.Simulator.Mutants;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Sessions;

/// <summary>Where a twin that is wrong on purpose goes wrong.</summary>
internal sealed partial class Exchange
{
    private Mutant? Mutant => _session.Options.Mutant;

    private TwinAnswer Mutate(TwinAnswer answer)
    {
        if (Mutant is not { } mutant || mutant is { Say: null, Play: null })
        {
            return answer;
        }

        var job = _scope.Id is { } id ? _session.Jobs.Find(id) : null;
        var scope = new MutantScope(_session, _request, _route, _now, job, _cause, _scope.Attempt);
        if (mutant.Say is { } say && answer.Steps[^1] is TwinStep.Send send)
        {
            answer = answer.EndingWith(send with { Response = say(send.Response, scope) });
        }

        return mutant.Play is { } play ? play(answer, scope) : answer;
    }
}

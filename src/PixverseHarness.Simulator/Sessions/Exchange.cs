using System.Runtime.InteropServices;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Answers;
using PixverseHarness.Simulator.Faults;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Journal;
using PixverseHarness.Simulator.Outputs;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.Simulator.Triggers;

namespace PixverseHarness.Simulator.Sessions;

/// <summary>
/// One request on its way through the checks of section 14: method, key, model, content type, JSON, parameters, rate
/// limit, credits. What does not depend on the session's state is done before and after its lock is held: a thread that
/// loses its core inside the lock stops every other one.
/// </summary>
internal sealed partial class Exchange
{
    private readonly TwinSession _session;
    private readonly TwinRequest _request;
    private readonly Route _route;
    private readonly FaultScope _scope;
    private readonly JournalSubject _subject;
    private readonly ErrorCause? _magic;
    private readonly FaultRule? _preferred;
    private long _now;
    private List<FaultRule>? _rules;
    private List<FaultRule>? _acted;
    private ErrorCause? _cause;
    private string? _note;

    public Exchange(TwinSession session, TwinRequest request, Route route)
    {
        _session = session;
        _request = request;
        _route = route;
        var options = session.Options;
        var key = string.IsNullOrEmpty(request.ApiKey) ? null : request.ApiKey;
        _scope = new FaultScope(session, route.Operation)
        {
            Key = key,
            Id = route is { Kind: RouteKind.Operation, Posts: false, Id.Length: > 0 } ? route.Id : null,
            BaseUrl = request.Origin + Route.PrefixOf(session.Name),
        };
        _subject = JournalSubject.Of(session, request, route, key);
        if (options.Triggers)
        {
            _magic = key is null ? null : MagicKeys.Find(key);
            _preferred = request.Prefer is { } prefer && route.Kind == RouteKind.Operation ? PreferHeader.Read(prefer, route.Operation, options.Profile) : null;
        }

        if (IsPost)
        {
            PreparePost();
        }
    }

    private string BaseUrl => _scope.BaseUrl;

    private ReadOnlySpan<FaultRule> Rules => CollectionsMarshal.AsSpan(_rules);

    private bool IsPost => _route is { Kind: RouteKind.Operation, Operation: ApiOperation.Submit or ApiOperation.GenerateSync }
        && string.Equals(_request.Method, "POST", StringComparison.Ordinal);

    /// <summary>Answers the request and writes the journal.</summary>
    public TwinAnswer Run()
    {
        TwinAnswer? answer;
        lock (_session.Gate)
        {
            _scope.Now = _now = _session.Clock.NowTicks;
            _session.Jobs.Settle(_now);
            answer = Decide();
            if (answer?.Steps[^1] is not TwinStep.Hold)
            {
                Record(_now, answer is null ? _told.Status : StatusOf(answer));
            }
        }

        return answer ?? Plain(Told());
    }

    // Null when the answer follows from the job alone: it is then written after the lock.
    private TwinAnswer? Decide()
    {
        var answer = _route.Kind switch
        {
            RouteKind.Operation => AnswerOperation(),
            RouteKind.OtherModel => CheckMethod("POST") ?? CheckKey() ?? Refuse(ErrorCauses.ModelNotFound),
            RouteKind.Output => AnswerOutput(),
            RouteKind.NotModelled => Plain(ErrorAnswers.NotModelled(_route.Id)),
            _ => Refuse(ErrorCauses.UnknownPath),
        };
        return answer is null ? null : Mutate(answer);
    }

    private TwinAnswer? AnswerOperation()
    {
        var spec = Operations.Get(_route.Operation);
        if (CheckMethod(spec.Method) is { } wrongMethod)
        {
            return wrongMethod;
        }

        var job = FindJob();
        CountAttempt(job);
        CollectRules(job);
        var answer = Instead() ?? CheckKey() ?? _route.Operation switch
        {
            ApiOperation.Submit or ApiOperation.GenerateSync => AnswerPost(),
            ApiOperation.GetCredits => AnswerCredits(),
            _ => AnswerRead(job),
        };
        return answer is null || answer.Steps[^1] is TwinStep.Hold ? answer : Rewrite(answer);
    }

    private void CountAttempt(Job? job)
    {
        switch (_route.Operation)
        {
            case ApiOperation.Submit or ApiOperation.GenerateSync:
                _scope.Attempt = _session.CountPost(_scope.Decision);
                break;
            case ApiOperation.GetCredits:
                _scope.Attempt = _session.CountCreditRead(_scope.Key ?? "");
                _scope.Decision = TwinSession.DecisionOf(_session.OutputSecret, ApiOperation.GetCredits, _scope.Key, "");
                break;
            default:
                CountRead(job);
                break;
        }
    }

    private void CollectRules(Job? job)
    {
        if (_preferred is not null)
        {
            Rule(_preferred);
        }

        if (_magic is not null)
        {
            Rule(new FaultRule { Id = $"key:{_magic.Name}", Fault = new CauseFault(_magic), FirstAttempt = 0 });
        }

        foreach (var rule in _session.Faults)
        {
            Rule(rule);
        }

        if (job?.Faults is { } tags)
        {
            foreach (var rule in tags)
            {
                Rule(rule);
            }
        }
    }

    private void Rule(FaultRule rule)
    {
        if (rule.Meets(_scope))
        {
            (_rules ??= []).Add(rule);
        }
    }

    private TwinAnswer? Instead()
    {
        foreach (var rule in Rules)
        {
            _scope.Rule = rule;
            if (rule.Fault.Instead(_scope) is { } answer)
            {
                Acted(rule);
                _cause = (rule.Fault as CauseFault)?.Cause;
                return answer;
            }
        }

        return null;
    }

    private JobFate Bend(JobFate fate)
    {
        foreach (var rule in Rules)
        {
            _scope.Rule = rule;
            var bent = rule.Fault.Bend(fate, _scope);
            if (!ReferenceEquals(bent, fate))
            {
                Acted(rule);
                fate = bent;
            }
        }

        return fate;
    }

    private TwinAnswer Rewrite(TwinAnswer answer)
    {
        foreach (var rule in Rules)
        {
            _scope.Rule = rule;
            var rewritten = rule.Fault.Rewrite(answer, _scope);
            if (!ReferenceEquals(rewritten, answer))
            {
                Acted(rule);
                answer = rewritten;
            }
        }

        return answer;
    }

    // A rule that met the request but changed nothing leaves no trace.
    private void Acted(FaultRule rule)
    {
        _acted ??= [];
        if (!_acted.Exists(r => ReferenceEquals(r, rule)))
        {
            _acted.Add(rule);
            _session.CountUse(rule);
        }
    }

    private TwinAnswer? CheckMethod(string allowed)
    {
        if (string.Equals(_request.Method, allowed, StringComparison.Ordinal))
        {
            return null;
        }

        return NotModelled.ReasonForMethod(_request.Method) is { } reason ? Plain(ErrorAnswers.NotModelled(reason)) : Refuse(ErrorCauses.MethodNotAllowed);
    }

    private TwinAnswer? CheckKey()
    {
        if (_scope.Key is not { } key)
        {
            return Refuse(_request.HasAuthorization ? ErrorCauses.BearerKey : ErrorCauses.MissingKey);
        }

        return _magic is not null || _session.IsValidKey(key) ? null : Refuse(ErrorCauses.InvalidKey);
    }

    private TwinAnswer AnswerCredits()
    {
        var balance = _session.AccountOf(_scope.Key!).Balance;
        return Plain(new TwinResponse
        {
            Status = OperationSpec.SuccessStatus,
            ContentType = "application/json",
            Body = JsonBody.Object(balance, static (writer, balance) =>
            {
                writer.WriteNumber("credits", balance.ToDollars());
                writer.WriteNumber("free-credits", 0);
            }),
        });
    }

    // Output files come from another origin in reality and need no key (section 1).
    private TwinAnswer AnswerOutput()
    {
        if (CheckMethod("GET") is { } wrongMethod)
        {
            return wrongMethod;
        }

        if (OutputName.Read(_session.OutputSecret, _route.Id) is not { } output
            || _now < output.CompletedAt
            || _now >= output.CompletedAt + _session.Options.Paced(Contract.Limits.ApiLimits.OutputRetention).Ticks)
        {
            return Plain(ErrorAnswers.Json(404, "Output not found."));
        }

        return Plain(new TwinResponse
        {
            Status = OperationSpec.SuccessStatus,
            ContentType = "video/mp4",
            Body = SampleVideos.Get(output.Ratio, output.Duration),
        });
    }

    private TwinAnswer Refuse(ErrorCause cause, string? message = null)
    {
        _cause = cause;
        return _session.Refuse(cause, _scope, message);
    }

    private TwinAnswer Plain(TwinResponse response) => TwinAnswer.Of(_session.Clock, response);

    private UInt128? JobNumber => _subject.HidesIds ? null : _scope.Job?.Number ?? _subject.Number;

    private static int StatusOf(TwinAnswer answer) => answer.Steps[^1] is TwinStep.Send send ? send.Response.Status : 0;

    private void Record(long at, int status, string? note = null)
    {
        var row = ToRow(at, status, note);
        _session.Write(row);
        _session.Shared.Meter?.Count(row, _acted);
    }

    private JournalRow ToRow(long at, int status, string? note) => new()
    {
        At = at,
        Method = _request.Method,
        Path = _subject.Path,
        Operation = _route.Kind == RouteKind.Operation ? _route.Operation : null,
        Key = _scope.Key is { } key ? _session.Redacted(key, _scope.Job) : null,
        Job = JobNumber is null && _scope.Id is { } id ? Redaction.Text(id, _scope.Key) : null,
        Number = JobNumber,
        Attempt = _scope.Attempt,
        Status = status,
        Cause = _cause?.Name,
        Faults = _acted is null ? null : string.Join(',', _acted.Select(r => r.Id)),
        Note = note ?? _note,
    };
}

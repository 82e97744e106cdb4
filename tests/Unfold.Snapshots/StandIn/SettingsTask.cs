using System.Runtime.CompilerServices;
using System.Text;

namespace VerifyTests;

/// <summary>A call of Verify that is carried out when it is awaited, or used as a task.</summary>
public sealed class SettingsTask
{
    private readonly VerifySettings _settings;
    private readonly Action<VerifySettings> _check;
    private Task? _task;

    internal SettingsTask(VerifySettings? settings, Action<VerifySettings> check) => (_settings, _check) = (settings ?? new VerifySettings(), check);

    /// <summary>The task of a call.</summary>
    public static implicit operator Task(SettingsTask call) => call.ToTask();

    /// <inheritdoc cref="VerifySettings.AddScrubber"/>
    public SettingsTask AddScrubber(Action<StringBuilder> scrubber)
    {
        _settings.AddScrubber(scrubber);
        return this;
    }

    /// <inheritdoc cref="VerifySettings.UseParameters"/>
    public SettingsTask UseParameters(params object?[] parameters)
    {
        _settings.UseParameters(parameters);
        return this;
    }

    /// <inheritdoc cref="VerifySettings.UseDirectory"/>
    public SettingsTask UseDirectory(string directory)
    {
        _settings.UseDirectory(directory);
        return this;
    }

    /// <summary>Carries the call out.</summary>
    public Task ToTask() => _task ??= Check();

    /// <summary>For <c>await</c>.</summary>
    public TaskAwaiter GetAwaiter() => ToTask().GetAwaiter();

    private Task Check()
    {
        try
        {
            _check(_settings);
            return Task.CompletedTask;
        }
        catch (VerifyException differs)
        {
            return Task.FromException(differs);
        }
    }
}
